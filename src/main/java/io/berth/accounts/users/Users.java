package io.berth.accounts.users;

import io.berth.accounts.access.Caller;
import io.berth.accounts.access.Level;
import io.berth.accounts.organizations.Organization;
import io.berth.http.lists.PageParameters;
import io.berth.persistence.ListQuery;
import io.berth.persistence.ListUseCases;
import io.berth.refusals.Refusal;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** The use cases of users. A caller sees only users of the same organization. */
@Stateless
public class Users extends ListUseCases<User, PageParameters, UserView> {
  @PersistenceContext private EntityManager database;
  @Inject private Caller caller;

  @Override
  protected ListQuery<User> visible() {
    return new ListQuery<>(User.class)
        .where("e.organizationId = :organization", "organization", caller.organizationId());
  }

  public UserView get(UUID id) {
    User user = database.find(User.class, id);
    if (user == null || !user.organizationId().equals(caller.organizationId())) {
      throw Refusal.notFound("User", id);
    }
    return UserView.of(user);
  }

  /** Creates the first user of the organization; called only at the first start. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public User addOwner(Organization organization, String email) {
    User owner = new User(organization.id(), email, Level.OWNER);
    database.persist(owner);
    database.flush();
    return owner;
  }

  @Override
  protected List<UserView> views(List<User> users) {
    return users.stream().map(UserView::of).toList();
  }
}
