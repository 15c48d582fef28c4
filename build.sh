#!/usr/bin/env bash
# The tasks of build.ps1 for a machine that may have only the .NET SDK:
#   ./build.sh test|demo|build|bench|package|clean
set -u
cd "$(dirname "$0")" || exit 1
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 POWERSHELL_TELEMETRY_OPTOUT=1 POWERSHELL_UPDATECHECK=Off

usage='usage: ./build.sh test|demo|build|bench|package|clean'
task=${1:-}
[ $# -gt 0 ] && shift
case $task in
  test|demo|build|bench|package|clean) ;;
  *) echo "$usage" >&2; exit 2 ;;
esac

if ! command -v dotnet >/dev/null 2>&1; then
  echo 'The .NET SDK 10 or later is needed: https://dotnet.microsoft.com/download' >&2
  exit 1
fi

# PowerShell: the one on PATH, else the one that the tool manifest names.
if command -v pwsh >/dev/null 2>&1; then
  exec pwsh -NoProfile -NonInteractive -File build.ps1 "$task" "$@"
fi
limit=; command -v timeout >/dev/null 2>&1 && limit='timeout 180'
if $limit dotnet tool restore >/dev/null 2>&1 </dev/null && dotnet pwsh -v >/dev/null 2>&1 </dev/null; then
  exec dotnet pwsh -NoProfile -NonInteractive -File build.ps1 "$task" "$@"
fi

without='no pwsh on PATH, and the .NET tool "powershell" could not be restored'
build() { dotnet msbuild "$1" -restore "-target:${2:-Build}" -property:Configuration=Release -nologo -verbosity:quiet; }

passed=0 failed=0 skipped=0
# Runs one xunit suite, shows what it says, and adds its totals up. A suite that dies has no totals and counts as failed.
suite() {
  local name=$1 said code total errors fails skips notrun; shift
  echo "== $name"
  said=$(mktemp)
  "$@" -noColor -noLogo </dev/null 2>&1 | tee "$said"; code=${PIPESTATUS[0]}
  if read -r total errors fails skips notrun < <(sed -nE 's/.*Total: ([0-9]+), Errors: ([0-9]+), Failed: ([0-9]+), Skipped: ([0-9]+), Not Run: ([0-9]+).*/\1 \2 \3 \4 \5/p' "$said" | tail -n 1); then
    passed=$((passed + total - fails - skips - notrun)) skipped=$((skipped + skips))
    fails=$((fails + errors))
    if [ "$code" -ne 0 ] && [ "$fails" -eq 0 ]; then echo "$name ended with exit code $code."; fails=1; fi
    failed=$((failed + fails))
  else
    echo "$name ended with exit code $code before it had a result."
    failed=$((failed + 1))
  fi
  rm -f "$said"
}

# Mono alone lacks the netstandard facade, which comes with its development package.
mono_is_complete() {
  local mono
  mono=$(command -v mono) && mono=$(readlink -f "$mono") &&
    [ -e "$(dirname "$(dirname "$mono")")/lib/mono/4.5/Facades/netstandard.dll" ]
}

case $task in
  build)
    build OrderOps.sln || exit
    echo "Compiled only; out/OrderOps was not put together: $without." ;;
  test)
    build OrderOps.sln || { echo '0 passed, 1 failed, 0 skipped'; exit 1; }
    for project in OrderOps.Core.Tests OrderOps.PowerShell.Tests; do
      suite "$project (net10.0)" dotnet "tests/$project/bin/Release/net10.0/$project.dll"
    done
    if mono_is_complete; then
      suite 'OrderOps.Core.Tests (net472, Mono)' mono tests/OrderOps.Core.Tests/bin/Release/net472/OrderOps.Core.Tests.exe
    else
      echo 'OrderOps.Core.Tests (net472) did not run: Mono with its netstandard facade (package mono-devel) is not installed.'
    fi
    echo "OrderOps.Module.Tests (Pester) did not run: $without."
    echo "$passed passed, $failed failed, $skipped skipped"
    [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ] ;;
  demo)
    echo "The demo runs without PowerShell: $without."
    exec dotnet run --project samples/OrderOps.Tour --configuration Release ;;
  bench|package)
    echo "./build.sh $task needs PowerShell: $without." >&2
    exit 1 ;;
  clean)
    build OrderOps.sln Clean && rm -rf out ;;
esac
