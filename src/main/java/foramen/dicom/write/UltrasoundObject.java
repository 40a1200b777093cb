package foramen.dicom.write;

import foramen.dicom.data.Uid;
import foramen.domain.anatomy.Laterality;
import foramen.domain.clip.Region;
import foramen.domain.patient.Patient;
import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What an ultrasound clip to be written says about itself.
 *
 * @param patient who it is of; a name {@code Family, Given} becomes {@code Family^Given}
 * @param uids by which it will be known
 * @param acquired when it was taken, which stands for every date and time in it
 * @param scanner what it was taken with
 * @param study where it belongs
 * @param laterality the side; both and none are written as empty
 * @param regions its Sequence of Ultrasound Regions, maybe empty
 * @param frameMillis Frame Time in milliseconds
 */
public record UltrasoundObject(Patient patient, Uids uids, LocalDateTime acquired, Scanner scanner, Study study,
        Laterality laterality, List<Region> regions, double frameMillis) {
    /** Copies the regions. */
    public UltrasoundObject {
        regions = List.copyOf(regions);
    }

    /**
     * The identifiers of an object.
     *
     * @param study (0020,000D)
     * @param series (0020,000E)
     * @param instance (0008,0018)
     */
    public record Uids(String study, String series, String instance) {
        /** Refuses what is no UID. */
        public Uids {
            if (!Uid.isValid(study) || !Uid.isValid(series) || !Uid.isValid(instance)) {
                throw new IllegalArgumentException("Not a UID among " + study + ", " + series + ", " + instance);
            }
        }

        /**
         * The identifiers that always belong to these seeds.
         *
         * @param studySeed the same for all objects of a study
         * @param seriesSeed the same for all objects of a series of that study
         * @param instanceSeed of its own for each object of the series
         */
        public static Uids fromSeeds(String studySeed, String seriesSeed, String instanceSeed) {
            String series = studySeed + "\n" + seriesSeed;
            return new Uids(Uid.fromSeed("study\n" + studySeed), Uid.fromSeed("series\n" + series),
                    Uid.fromSeed("instance\n" + series + "\n" + instanceSeed));
        }
    }

    /**
     * The scanner; texts may be empty.
     *
     * @param manufacturer (0008,0070)
     * @param model (0008,1090)
     * @param softwareVersion (0018,1020)
     * @param institution (0008,0080)
     * @param transducerData (0018,5010), such as {@code C5-1}
     * @param transducerType (0018,6031), such as {@code CURVED LINEAR}
     * @param depthMillimetres Depth of Scan Field (0018,5050), where known
     * @param thermalIndex Soft Tissue Thermal Index (0018,5027), where known
     * @param mechanicalIndex (0018,5022), where known
     */
    public record Scanner(String manufacturer, String model, String softwareVersion, String institution,
            String transducerData, String transducerType, OptionalDouble depthMillimetres, OptionalDouble thermalIndex,
            OptionalDouble mechanicalIndex) {}

    /**
     * Study, series and place in them.
     *
     * @param accession (0008,0050)
     * @param studyId (0020,0010)
     * @param studyDescription (0008,1030)
     * @param seriesDescription (0008,103E)
     * @param seriesNumber (0020,0011)
     * @param instanceNumber (0020,0013)
     * @param imageType (0008,0008), such as {@code ORIGINAL, PRIMARY, MUSCULOSKELETAL, 0001}
     * @param burnedIn whether the pixels show who the patient is (0028,0301)
     */
    public record Study(String accession, String studyId, String studyDescription, String seriesDescription,
            int seriesNumber, int instanceNumber, List<String> imageType, boolean burnedIn) {
        /** Copies the image type. */
        public Study {
            imageType = List.copyOf(imageType);
        }
    }
}
