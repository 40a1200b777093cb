package foramen.dicom.read;

import foramen.dicom.contract.DicomEngine;
import foramen.dicom.contract.DicomEngineFrames;

/** Foramen's own engine is held to the contract on finding frames. */
class ForamenEngineFramesTest extends DicomEngineFrames {
    @Override
    protected DicomEngine engine() {
        return new ForamenEngine();
    }
}
