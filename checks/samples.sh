#!/usr/bin/env bash
# The sample case is what its script makes.
# modes: full long
set -eu
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
samples/make --check
