#!/usr/bin/env bash
# Makes the Linux packages from target/foramen: a .deb, and a .rpm where rpmbuild is present.
# Usage: installers/linux/build.sh [OUT [TYPE…]]   (default target/installers, and every type that can be made here)
# FORAMEN_DEB_COMPRESSION: what dpkg-deb gets to compress with, such as "-Zgzip -z1" for a quick trial; default "-Zxz".
set -euo pipefail
cd "$(dirname "$0")/../.."
out=${1:-target/installers}
types=("${@:2}")

java_of() { # a JDK 25 or newer with jpackage: FORAMEN_JDK, JAVA_HOME, then the usual places
    local home
    for home in "${FORAMEN_JDK:-}" "${JAVA_HOME:-}" /usr/lib/jvm/*; do
        if [ -n "$home" ] && [ -x "$home/bin/jpackage" ] && [ -x "$home/bin/jlink" ] \
            && [ "$("$home/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)" -ge 25 ]; then
            echo "$home/bin/java"
            return
        fi
    done
    echo "build.sh: no JDK 25 or newer was found; name one in FORAMEN_JDK" >&2
    return 1
}

java=$(java_of)
if [ "${1:-}" = --find-java ]; then
    echo "$java"
    exit 0
fi
if ! compgen -G 'target/foramen/lib/foramen-*.jar' >/dev/null; then
    echo "build.sh: target/foramen is not built; run mvn -DskipTests package first" >&2
    exit 1
fi
if [ "${#types[@]}" = 0 ]; then
    if command -v dpkg-deb >/dev/null; then types+=(deb); fi
    if command -v rpmbuild >/dev/null; then types+=(rpm); fi
fi
if [ "${#types[@]}" = 0 ]; then
    echo "build.sh: neither dpkg-deb nor rpmbuild is installed; install one of them" >&2
    exit 1
fi
echo "installer-java: $java"
"$java" installers/common/builder/Package.java build target/foramen "$out" "${types[@]}"
