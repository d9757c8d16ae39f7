#!/usr/bin/env bash
# Installs Debian's chromium, PostgreSQL and Redis where they are missing. Where this user may not install, the tests
# that need them are skipped, except with CI=true, when nothing may be skipped.
set -euo pipefail

missing=()
command -v chromium-headless-shell >/dev/null || missing+=(chromium-headless-shell fonts-dejavu-core)
[[ -n ${CAMTAY_TEST_POSTGRES:-} ]] || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null ||
  command -v initdb >/dev/null || missing+=(postgresql)
command -v redis-server >/dev/null || missing+=(redis-server)
((${#missing[@]})) || exit 0

as_root=()
((EUID == 0)) || as_root=(sudo -n)
if command -v apt-get >/dev/null && "${as_root[@]}" true 2>/dev/null; then
  echo "Đang cài / installing: ${missing[*]}"
  if "${as_root[@]}" apt-get update -qq && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}"; then
    exit 0
  fi
fi

# The whole chromium does as well, only more slowly.
if [[ ${missing[*]} == 'chromium-headless-shell fonts-dejavu-core' ]] && command -v chromium >/dev/null; then
  exit 0
fi
echo "Chưa có: ${missing[*]}. Hãy cài bằng lệnh: sudo apt-get install ${missing[*]}" >&2
echo "Missing: ${missing[*]}. Please run: sudo apt-get install ${missing[*]}" >&2
[[ ${CI:-} != true ]] || exit 1
echo "The tests that need them will be skipped." >&2
