# The flags of the JVM, read in by `taniq` and by what measures it.

# A running command leaves nothing for others to see or to find later, and no word of the JVM among the output.
safe="-XX:-UsePerfData -XX:+DisableAttachMechanism -XX:-CreateCoredumpOnCrash -XX:ErrorFile=/dev/null
  -XX:-HeapDumpOnOutOfMemoryError -XX:-UseCompactObjectHeaders -Xlog:disable --enable-native-access=ALL-UNNAMED"
# C1 alone starts soonest, but hashes nine times slower than C2 and derives a key 1.4 times slower: only for what hashes little.
quick="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
# What hashes much in a short life. SHA-256 is fast once C2 puts the processor's own instructions in the place of the loop
# around SHA2.implCompress0: so that loop is compiled first and waited for, the Java in it never, and little else by C2.
sha=sun.security.provider
hashing="-XX:+UseSerialGC -XX:CompileCommand=quiet -XX:CompileCommand=exclude,$sha.SHA2::implCompress0
  -XX:CompileCommand=BackgroundCompilation,$sha.DigestBase::*,false
  -XX:CompileCommand=CompileThresholdScaling,$sha.DigestBase::*,0.01
  -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=50000 -XX:Tier4CompileThreshold=100000"
