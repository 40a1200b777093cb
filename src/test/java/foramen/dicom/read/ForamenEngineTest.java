package foramen.dicom.read;

import foramen.dicom.contract.DicomEngine;
import foramen.dicom.contract.DicomEngineContract;

/** Foramen's own engine is held to the contract. */
class ForamenEngineTest extends DicomEngineContract {
    @Override
    protected DicomEngine engine() {
        return new ForamenEngine();
    }
}
