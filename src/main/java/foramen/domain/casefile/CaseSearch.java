package foramen.domain.casefile;

import java.util.List;

/** Finds cases by whom they are about; fast for any number of patients. */
public interface CaseSearch {
    /**
     * The cases whose patient's name or identifier has, for each word of {@code words}, a word that begins with it;
     * whatever the letters' case and accents. Last changed first.
     *
     * @param words what was typed; where it has no letter and no digit nothing is found
     * @param most how many to give at most
     */
    List<CaseStore.Summary> search(String words, int most) throws StoreException;
}
