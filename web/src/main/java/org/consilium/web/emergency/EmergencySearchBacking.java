package org.consilium.web.emergency;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.consilium.account.LastName;
import org.consilium.account.NamePart;
import org.consilium.care.BirthDate;
import org.consilium.emergency.EmergencyService;
import org.consilium.emergency.PatientSearch;
import org.consilium.web.address.Address;
import org.consilium.web.search.Searches;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.jspecify.annotations.Nullable;

/** The search for a patient in an emergency, which says that there is a record, or that there is none. */
@Named
@RequestScoped
public class EmergencySearchBacking {

    @Inject
    private EmergencyService emergencies;

    @Inject
    private Searches searches;

    @Inject
    private Navigation navigation;

    @NamePart
    private @Nullable String firstName;

    @LastName
    private @Nullable String lastName;

    @BirthDate
    private @Nullable LocalDate dateOfBirth;

    public void search() {
        PatientSearch search = new PatientSearch(
                Objects.requireNonNullElse(firstName, ""),
                Objects.requireNonNull(lastName),
                Objects.requireNonNull(dateOfBirth));
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

    public @Nullable String getFirstName() {
        return firstName;
    }

    public void setFirstName(@Nullable String firstName) {
        this.firstName = firstName;
    }

    public @Nullable String getLastName() {
        return lastName;
    }

    public void setLastName(@Nullable String lastName) {
        this.lastName = lastName;
    }

    public @Nullable LocalDate getDateOfBirth() {
        return dateOfBirth;
    }

    public void setDateOfBirth(@Nullable LocalDate dateOfBirth) {
        this.dateOfBirth = dateOfBirth;
    }
}
