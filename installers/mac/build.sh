#!/usr/bin/env bash
# Makes the DMG and the PKG of Foramen from target/foramen.
# Usage: installers/mac/build.sh [OUT [TYPE…]]   (default target/installers, dmg and pkg)
# FORAMEN_JDK or JAVA_HOME: a JDK 25 or newer.
# FORAMEN_MAC_SIGNING_IDENTITY: the name of the "Developer ID" certificate in the keychain; unsigned where it is not set.
# FORAMEN_MAC_NOTARY_PROFILE: the profile kept by "xcrun notarytool store-credentials"; not notarised where it is not set.
set -euo pipefail
cd "$(dirname "$0")/../.."
out=${1:-target/installers}
types=("${@:2}")
if [ "${#types[@]}" = 0 ]; then types=(dmg pkg); fi

jdk=${FORAMEN_JDK:-${JAVA_HOME:-$(/usr/libexec/java_home -v 25+ 2>/dev/null || true)}}
if [ -z "$jdk" ] || [ ! -x "$jdk/bin/jpackage" ]; then
    echo "build.sh: no JDK with jpackage was found; name a JDK 25 or newer in FORAMEN_JDK" >&2
    exit 1
fi
if ! compgen -G 'target/foramen/lib/foramen-*.jar' >/dev/null; then
    echo "build.sh: target/foramen is not built; run mvn -DskipTests package first" >&2
    exit 1
fi
"$jdk/bin/java" installers/common/builder/Package.java build target/foramen "$out" "${types[@]}"

if [ -n "${FORAMEN_MAC_NOTARY_PROFILE:-}" ]; then
    if [ -z "${FORAMEN_MAC_SIGNING_IDENTITY:-}" ]; then
        echo "build.sh: Apple notarises signed installers only; set FORAMEN_MAC_SIGNING_IDENTITY too" >&2
        exit 1
    fi
    for type in "${types[@]}"; do
        for installer in "$out"/*."$type"; do
            xcrun notarytool submit "$installer" --keychain-profile "$FORAMEN_MAC_NOTARY_PROFILE" --wait
            xcrun stapler staple "$installer"
        done
    done
fi
