#!/usr/bin/env bash
# The worked examples of docs/vectors/, recomputed from the text of docs/format.md by Python, without the program.
# modes: fast full long
set -eu
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
command -v python3 >/dev/null || { echo "NOT RUN vectors by another program: python3 is not installed"; exit 0; }
python3 docs/vectors/check.py
python3 docs/vectors/pixels.py
lines=$(wc -l <verifier/taniq_verify.py)
[ "$lines" -le 400 ] || { echo "the second checker has $lines lines, and 400 are what an expert reads"; exit 1; }
