package io.berth.organizations;

import io.berth.access.Caller;
import io.berth.problems.Refusal;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The use cases of organizations. */
@Stateless
public class Organizations {
  @PersistenceContext private EntityManager database;
  @Inject private Caller caller;

  /** The caller's own organization. */
  public OrganizationView own() {
    Organization organization = database.find(Organization.class, caller.organizationId());
    if (organization == null) {
      throw Refusal.notFound("Organization", caller.organizationId());
    }
    return OrganizationView.of(organization);
  }

  /** Founds an organization; part of the first start. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public Organization found(String name) {
    Organization organization = new Organization(name);
    database.persist(organization);
    database.flush();
    return organization;
  }
}
