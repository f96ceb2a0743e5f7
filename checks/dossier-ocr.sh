#!/bin/sh
# modes: full long
# Draws the sample dossiers, turns their pages into pictures, lets tesseract read them and compares what it read with
# what was meant. A font that lacks letters, text under a ground or cut at a margin shows here.
# Needs: pdftoppm, tesseract with eng, aze, rus, kat. Prints NOT RUN with the reason where they are missing.
set -eu
cd "$(dirname "$0")/.."
packages="poppler-utils tesseract-ocr tesseract-ocr-aze tesseract-ocr-rus tesseract-ocr-kat"
least=97 # per cent of the words

for tool in pdftoppm tesseract python3; do
    command -v "$tool" >/dev/null || { echo "NOT RUN dossier-ocr: no $tool; apt-get install $packages"; exit 0; }
done
for language in eng aze rus kat; do
    tesseract --list-langs | grep -qx "$language" \
        || { echo "NOT RUN dossier-ocr: tesseract does not know $language; apt-get install $packages"; exit 0; }
done

samples=core/target/dossier
mvn -q ${MVN_FLAGS:-} -pl core -Dtest=DossierSampleTest -Dsurefire.failIfNoSpecifiedTests=false test
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# With more than three languages tesseract drops some unless aze is the last, and still exits 0: at most three here.
read_pages() { # PDF LANGUAGES FIRST LAST
    pdftoppm -r 200 -gray -png -f "$3" -l "$4" "$1" "$work/page"
    for page in "$work"/page-*.png; do
        OMP_THREAD_LIMIT=1 tesseract "$page" - -l "$2" --psm 4 2>"$work/errors"
        if grep -q "Failed loading language" "$work/errors"; then
            cat "$work/errors" >&2
            exit 1
        fi
    done
    rm -f "$work"/page-*.png
}

for language in en az ru; do
    pdf=$samples/dossier-$language.pdf
    { read_pages "$pdf" rus+eng+aze 1 4; read_pages "$pdf" kat 5 5; } >"$work/read.txt"
    python3 - "$samples/dossier-$language.txt" "$work/read.txt" "$language" "$least" <<'PYTHON'
import re, sys
meant, read, language, least = sys.argv[1:]
words = lambda path: re.findall(r"\w+", open(path, encoding="utf-8").read().replace("-\n", ""))
seen = set(words(read))
expected = words(meant)
missed = [word for word in expected if word not in seen]
share = 100 * (1 - len(missed) / len(expected))
print(f"dossier-ocr {language}: {share:.1f} % of {len(expected)} words read; not read: {' '.join(missed) or 'none'}")
sys.exit(share < float(least))
PYTHON
done
