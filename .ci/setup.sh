# What ./nhandao, ./test and .ci/run need of the machine. Sourced, not run. Everything it says is on standard error.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
# For a user without a home: NuGet would write into the sources instead.
if [[ -z ${HOME:-} || ! -w $HOME ]]; then
  export HOME=${TMPDIR:-/tmp}/nhandao-home-$UID DOTNET_CLI_HOME=${TMPDIR:-/tmp}/nhandao-home-$UID
  { mkdir -p -m 700 "$HOME" && [[ -O $HOME ]]; } || exit 5
fi

# Sets $dotnet.
find_dotnet() {
  local place
  for place in "$(command -v dotnet || true)" "${DOTNET_ROOT:-}/dotnet" "${HOME:-}/.dotnet/dotnet" /usr/share/dotnet/dotnet /usr/lib/dotnet/dotnet; do
    if [[ -x $place ]] && "$place" --list-sdks 2>/dev/null | grep -q '^10\.'; then
      dotnet=$place
      return
    fi
  done
  echo "nhandao: the .NET 10 SDK is not installed. Get it with: apt-get install dotnet-sdk-10.0, or from https://dotnet.microsoft.com/download" >&2
  exit 4
}

# Debian packages that are missing here: tesseract and poppler read scans, ICU is what .NET compares Vietnamese with.
missing_packages() {
  local model libraries
  command -v tesseract >/dev/null || echo tesseract-ocr
  model=$(compgen -G "${TESSDATA_PREFIX:-/nowhere}/vie.traineddata" || compgen -G '/usr/share/tesseract-ocr/*/tessdata/vie.traineddata' ||
    compgen -G '/usr/share/tessdata/vie.traineddata' || true)
  [[ -n $model ]] || echo tesseract-ocr-vie
  command -v pdftotext >/dev/null && command -v pdftoppm >/dev/null || echo poppler-utils
  libraries=$(compgen -G '/usr/lib/*/libicuuc.so.*' || compgen -G '/usr/lib/libicuuc.so.*' || compgen -G '/usr/lib64/libicuuc.so.*' || true)
  [[ -n $libraries ]] || apt-cache pkgnames libicu 2>/dev/null | grep -E '^libicu[0-9]+$' | sort -V | tail -1
}

# Installs them as root; tells an ordinary user the line. Never fails: typed letters need none of them.
install_tools() {
  local packages
  command -v soffice >/dev/null ||
    echo "nhandao: Word files are read better with LibreOffice (optional, 300 MB): apt-get install -y --no-install-recommends libreoffice-writer-nogui fonts-liberation2" >&2
  mapfile -t packages < <(missing_packages)
  ((${#packages[@]})) || return 0
  if ((EUID != 0)) || ! command -v apt-get >/dev/null; then
    echo "nhandao: scans need packages that are not installed here. Install them with:" >&2
    echo "  sudo apt-get install -y ${packages[*]}" >&2
    return 0
  fi
  echo "nhandao: installing ${packages[*]}" >&2
  install_packages "${packages[@]}" || { apt-get -q update >&2 && install_packages "${packages[@]}"; } ||
    echo "nhandao: that failed; scans cannot be read until it is mended. Later: apt-get install -y ${packages[*]}" >&2
}

# What the tests of the service and of the bulk import start for themselves: a database, a queue, a browser; and the tools beside them.
# A test skips, saying so, where one is missing. NHANDAO_TEST_TOOLS=none leaves them out.
missing_test_packages() {
  [[ ${NHANDAO_TEST_TOOLS:-} != none ]] || return 0
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || echo postgresql
  [[ -x /usr/lib/rabbitmq/bin/rabbitmq-server ]] || echo rabbitmq-server
  command -v chromium >/dev/null || echo chromium
  command -v dot >/dev/null || echo graphviz
  command -v bwrap >/dev/null || echo bubblewrap
}

# Only ./test and .ci/run call this, and only root installs: nobody needs these to read letters. Never fails.
install_test_tools() {
  local packages
  mapfile -t packages < <(missing_test_packages)
  ((${#packages[@]})) || return 0
  if ((EUID != 0)) || ! command -v apt-get >/dev/null; then
    echo "nhandao: some tests will be skipped. They need: sudo apt-get install -y --no-install-recommends ${packages[*]}" >&2
    return 0
  fi
  echo "nhandao: installing for the tests: ${packages[*]}" >&2
  # RUNLEVEL=1: no server is started on the machine; tests start their own.
  export RUNLEVEL=1
  install_packages "${packages[@]}" || { apt-get -q update >&2 && install_packages "${packages[@]}"; } ||
    echo "nhandao: that failed; the tests that need them will be skipped" >&2
  unset RUNLEVEL
}

install_packages() { DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends "$@" >&2; }
