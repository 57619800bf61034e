#!/bin/sh
# Installs the searches that ours is put beside, in this folder only.
set -e
cd "$(dirname "$0")"
npm install --no-package-lock --no-audit --no-fund
