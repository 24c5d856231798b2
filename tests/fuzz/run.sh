#!/usr/bin/env bash
# Fuzzes the library with AFL++ (bash 4.3 or later): tests/fuzz/README.md says what is fuzzed and what its findings become.
#
#   tests/fuzz/run.sh [--minutes N] [--jobs J] [--state FOLDER] [target...]
#   tests/fuzz/run.sh --report [--state FOLDER]
#
# Exit code: 0 nothing found, 1 there are findings, 2 wrong arguments, no build or no run, 3 AFL++ is missing.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
state=$here/out
minutes=2
jobs=
report=
targets=()

usage() {
    sed -n '2,7s/^# \{0,1\}//p' "$0" >&2
    exit 2
}

while [ $# -gt 0 ]; do
    case $1 in
        --minutes) minutes=${2:?}; shift 2 ;;
        --jobs) jobs=${2:?}; shift 2 ;;
        --state) state=${2:?}; shift 2 ;;
        --report) report=1; shift ;;
        -*) usage ;;
        *) targets+=("$1"); shift ;;
    esac
done
mkdir -p "$state"
state=$(cd "$state" && pwd)

stat_of() {
    sed -n "s/^$2 *: *//p" "$1/main/fuzzer_stats" 2>/dev/null
}

findings_of() {
    find "$1/main/crashes" "$1/main/hangs" -name 'id:*' 2>/dev/null | sort
}

# Prints the table and the findings; fails when there are any.
print_report() {
    local folder target found=0 file
    printf '%-11s %12s %9s %8s %8s %7s %9s %9s\n' target executions minutes corpus crashes hangs edges coverage
    for folder in "$state"/*/main; do
        folder=${folder%/main}
        [ -e "$folder/main/fuzzer_stats" ] || continue
        target=${folder##*/}
        printf '%-11s %12s %9s %8s %8s %7s %9s %9s\n' "$target" "$(stat_of "$folder" execs_done)" \
            "$(($(stat_of "$folder" run_time) / 60))" "$(stat_of "$folder" corpus_count)" "$(stat_of "$folder" saved_crashes)" \
            "$(stat_of "$folder" saved_hangs)" "$(stat_of "$folder" edges_found)" "$(stat_of "$folder" bitmap_cvg)"
    done
    for folder in "$state"/*/main; do
        folder=${folder%/main}
        target=${folder##*/}
        while IFS= read -r file; do
            [ -n "$file" ] || continue
            found=1
            printf "dotnet run --project tests/fuzz/Fuzz -- replay %s '%s'\n" "$target" "$file"
        done <<<"$(findings_of "$folder")"
    done
    return "$found"
}

if [ -n "$report" ]; then
    print_report
    exit
fi

if ! command -v afl-fuzz >/dev/null 2>&1; then
    echo "AFL++ is missing. On Debian and Ubuntu: sudo apt-get install --no-install-recommends afl++; on macOS: brew install aflplusplus." >&2
    exit 3
fi

# In memory where there is a file system for it: a picture is read from a file, at every run.
scratch=$(mktemp -d "$([ -w /dev/shm ] && echo /dev/shm || echo "${TMPDIR:-/tmp}")/clova-fuzz.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
dotnet publish "$here/Fuzz" -c Release -o "$scratch/plain" --nologo -v quiet || exit 2
cp -r "$scratch/plain" "$scratch/instrumented"
dotnet "$scratch/plain/Fuzz.dll" instrument "$scratch/instrumented" || exit 2

declare -A longest
while read -r name length; do longest[$name]=$length; done < <(dotnet "$scratch/plain/Fuzz.dll" targets)
[ ${#targets[@]} -gt 0 ] || targets=("${!longest[@]}")
for target in "${targets[@]}"; do
    [ -n "${longest[$target]:-}" ] || { echo "There is no target $target, only: ${!longest[*]}" >&2; exit 2; }
done

# Where a target's inputs begin: the kept corpus, and the files that other tests have already.
seed_folders() {
    echo "$here/corpus/$1"
    case $1 in
        jpeg | png | tiff | pdf) echo "$root/tests/ClovaOcr.Tests/Imaging/data/$1"; echo "$root/tests/ClovaOcr.Emulator.Tests/data/pages" ;;
        response) echo "$root/tests/data/vendor" ;;
    esac
}

gather_seeds() {
    local target=$1 into=$2 folder file
    rm -rf "$into"
    mkdir -p "$into"
    while read -r folder; do
        [ -d "$folder" ] || continue
        find "$folder" -maxdepth 1 -type f -size -"$((${longest[$target]} + 1))"c | while read -r file; do
            case $target/${file##*.} in
                jpeg/jpg | png/png | tiff/tif | pdf/pdf | response/json) cp "$file" "$into/" ;;
                *) [ "$folder" != "$here/corpus/$target" ] || cp "$file" "$into/" ;;
            esac
        done
    done < <(seed_folders "$target")
}

fuzz() {
    local target=$1 folder=$state/$1 timeout=30000
    case $target in response | journal | url-header) timeout=10000 ;; esac
    mkdir -p "$folder"

    # A build of its own, so that a later one for another target does not disturb it.
    rm -rf "$folder/build"
    cp -r "$scratch/instrumented" "$folder/build"
    gather_seeds "$target" "$folder/seeds"
    AFL_AUTORESUME=1 AFL_NO_UI=1 AFL_CAL_FAST=1 AFL_NO_AFFINITY=1 AFL_SKIP_BIN_CHECK=1 AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 \
        AFL_IGNORE_SEED_PROBLEMS=1 AFL_IGNORE_PROBLEMS=1 AFL_FORKSRV_INIT_TMOUT=60000 DOTNET_TieredPGO=0 DOTNET_gcServer=0 TMPDIR=$scratch \
        nice -n 19 afl-fuzz -i "$folder/seeds" -o "$folder" -M main -t "$timeout" -m none -G "${longest[$target]}" \
        -V "$((minutes * 60))" -x "$here/dictionaries/$target.dict" -- dotnet "$folder/build/Fuzz.dll" run "$target" \
        >"$folder/log" 2>&1 || { echo "$target: afl-fuzz ended with $?; its log is $folder/log" >&2; touch "$scratch/failed"; }
}

for target in "${targets[@]}"; do
    while [ "$(jobs -rp | wc -l)" -ge "${jobs:-${#targets[@]}}" ]; do wait -n || true; done
    fuzz "$target" &
done
wait
print_report
[ ! -e "$scratch/failed" ] || exit 2
