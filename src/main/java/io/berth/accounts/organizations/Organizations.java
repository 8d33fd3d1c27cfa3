package io.berth.accounts.organizations;

import io.berth.accounts.access.Caller;
import io.berth.refusals.Refusal;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** The use cases of organizations. */
@Stateless
public class Organizations {
  @PersistenceContext private EntityManager database;
  @Inject private Caller caller;

  public OrganizationView getOwn() {
    return OrganizationView.of(require(caller.organizationId()));
  }

  /** Renames the caller's organization; refuses the id of another one. */
  public OrganizationView rename(UUID id, @NotNull @Valid OrganizationChange change) {
    Organization organization = require(id);
    organization.rename(change.name());
    database.flush();
    return OrganizationView.of(organization);
  }

  /** Creates an organization; called only at the first start. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public Organization create(String name) {
    Organization organization = new Organization(name);
    database.persist(organization);
    database.flush();
    return organization;
  }

  private Organization require(UUID id) {
    Organization organization =
        id.equals(caller.organizationId()) ? database.find(Organization.class, id) : null;
    if (organization == null) {
      throw Refusal.notFound("Organization", id);
    }
    return organization;
  }
}
