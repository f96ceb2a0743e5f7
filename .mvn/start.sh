# How a command is started; read in last by `taniq` and by the program that ./package makes. They say where `jdk` and `program`
# are, and the flags.

# Java takes the names of files from the locale: without a UTF-8 one, or with one that is not installed, it cannot open
# a file with a letter like ş. So the locale is one that is always there, and the language is passed by itself.
speak_utf8() {
  language=${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}
  language=${language%%[_.@]*}
  case $language in [a-z][a-z]) ;; *) language=en ;; esac
  export TANIQ_LC_ALL="${LC_ALL:-}" LC_ALL=C.UTF-8 # an open session gives its shell the own one back
}

speak_utf8
case ${1:-} in
  '' | -* | help) profile=$quick ;;
  verify) profile=$hashing ;;
  list | show | find)
    profile=-XX:+UseSerialGC
    [ -z "${TANIQ_SESSION:-}" ] || profile=$quick # where no key is derived
    ;;
  get) profile=-XX:+UseSerialGC ;;
  *) profile= ;;
esac
# Java asks the list of users for the home folder; everything else goes by HOME.
set -- ${HOME:+"-Duser.home=$HOME"} "-Duser.language=$language" -cp "$program/taniq.jar" org.taniq.app.Main "$@"
[ ! -f "$program/taniq.aot" ] || set -- "-XX:AOTCache=$program/taniq.aot" "$@"
exec "$jdk/bin/java" $safe $profile "$@"
