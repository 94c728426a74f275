package org.consilium.web.emergency;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.consilium.emergency.EmergencyService;
import org.consilium.emergency.PatientSearch;
import org.consilium.web.address.Address;
import org.consilium.web.form.PatientFields;
import org.consilium.web.search.Searches;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;

/** The search for a patient in an emergency, which says that there is a record, or that there is none. */
@Named
@RequestScoped
public class EmergencySearchBacking extends PatientFields {

    @Inject
    private EmergencyService emergencies;

    @Inject
    private Searches searches;

    @Inject
    private Navigation navigation;

    public void search() {
        PatientSearch search = new PatientSearch(first(), last(), birth());
        KeptSearch kept = new KeptSearch(emergencies.find(search), search);
        navigation.to(Address.of(Page.EMERGENCY.path())
                .with(Searches.PARAMETER, searches.keep(kept.text()))
                .toString());
    }

    Optional<KeptSearch> kept() {
        return KeptSearch.of(searches.getText());
    }

    /** Whether the address stands for a search. */
    public boolean isDone() {
        return kept().isPresent();
    }

    /** How many patients the search has found. */
    public int getFound() {
        return kept().map(KeptSearch::found).orElse(0);
    }
}
