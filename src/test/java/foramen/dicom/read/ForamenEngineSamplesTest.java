package foramen.dicom.read;

import foramen.dicom.contract.DicomEngine;
import foramen.dicom.contract.DicomEngineSamples;

/** Foramen's own engine is held to the contract on real files. */
class ForamenEngineSamplesTest extends DicomEngineSamples {
    @Override
    protected DicomEngine engine() {
        return new ForamenEngine();
    }
}
