package io.berth.accounts.users;

import io.berth.accounts.access.Operation;
import io.berth.accounts.access.RequiresLevel;
import io.berth.http.lists.Envelope;
import io.berth.http.lists.PageParameters;
import io.berth.persistence.errors.RetryableFailure;
import io.berth.persistence.failures.TranslateCommitFailures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.Retry;

/** {@code /api/v1/users}. */
@Path("v1/users")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Retry(retryOn = RetryableFailure.class)
@TranslateCommitFailures
public class UsersResource {
  @Inject private Users users;

  /** Returns one page, or the whole list if {@code limit} is 0. */
  @GET
  @RequiresLevel(Operation.GET_ALL_USERS)
  public Envelope<Iterable<UserView>> list(@BeanParam PageParameters request) {
    return Envelope.list(users, request);
  }

  @GET
  @Path("{id}")
  @RequiresLevel(Operation.GET_USER_BY_ID)
  public Envelope<UserView> get(@PathParam("id") UUID id) {
    return Envelope.of(users.get(id));
  }
}
