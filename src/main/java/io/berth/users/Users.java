package io.berth.users;

import io.berth.access.Level;
import io.berth.organizations.Organization;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The use cases of users. */
@Stateless
public class Users {
  @PersistenceContext private EntityManager database;

  /** Adds the organization's first user, its Owner; part of the first start. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public User addOwner(Organization organization, String email) {
    User owner = new User(organization.id(), email, Level.OWNER);
    database.persist(owner);
    database.flush();
    return owner;
  }
}
