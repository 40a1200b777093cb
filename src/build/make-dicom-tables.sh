#!/bin/sh
# Turns the standard's tables (innolitics/dicom-standard, MIT) into Foramen's resources.
# usage: src/build/make-dicom-tables.sh FOLDER_WITH_dicom-dictionary.tsv_AND_sop-classes.tsv
set -eu
out=$(dirname "$0")/../main/resources/foramen/dicom/data
{
  printf '# DICOM PS3.6, edition 2024e: tag, keyword, VR, VM, retired (from innolitics/dicom-standard, MIT)\n'
  awk -F'\t' 'NR > 1 { t = $1; gsub(/[(),]/, "", t); gsub(/X/, "x", t); printf "%s\t%s\t%s\t%s\t%s\n", t, $2, $3, $4, $5 }' "$1/dicom-dictionary.tsv"
} > "$out/dictionary.tsv"
{
  printf '# Storage SOP classes of DICOM PS3.4, edition 2024e (from innolitics/dicom-standard, MIT), then retired ones still met\n'
  awk -F'\t' 'NR > 1 && $1 ~ /^[0-9.]+$/ { printf "%s\t%s\n", $1, $2 }' "$1/sop-classes.tsv"
  printf '1.2.840.10008.1.3.10\tMedia Storage Directory Storage\n'
  printf '1.2.840.10008.5.1.4.1.1.3\tUltrasound Multi-frame Image Storage (Retired)\n'
  printf '1.2.840.10008.5.1.4.1.1.5\tNuclear Medicine Image Storage (Retired)\n'
  printf '1.2.840.10008.5.1.4.1.1.6\tUltrasound Image Storage (Retired)\n'
  printf '1.2.840.10008.5.1.4.1.1.9\tStandalone Curve Storage (Retired)\n'
} | awk -F'\t' '!seen[$1]++' > "$out/sop-classes.tsv"
