package io.berth.unsupported;

import io.berth.accounts.access.Operation;
import io.berth.accounts.access.RequiresLevel;
import io.berth.http.lists.Envelope;
import io.berth.http.lists.PageParameters;
import io.berth.persistence.ListQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /api/v1/daemons}, {@code /groups} and {@code /discovery}: always empty. */
@Path("v1")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class UnsupportedResource {

  /** The type of the items of an empty list. */
  public record None() {}

  /** Daemons scan networks for hosts. */
  @GET
  @Path("daemons")
  @RequiresLevel(Operation.LIST_DAEMONS)
  public Envelope<Iterable<None>> daemons(@BeanParam PageParameters request) {
    return Envelope.of(ListQuery.none(request.page()));
  }

  /** Groups of services. */
  @GET
  @Path("groups")
  @RequiresLevel(Operation.LIST_GROUPS)
  public Envelope<Iterable<None>> groups(@BeanParam PageParameters request) {
    return Envelope.of(ListQuery.none(request.page()));
  }

  /** Scan schedules of daemons. */
  @GET
  @Path("discovery")
  @RequiresLevel(Operation.LIST_DISCOVERY)
  public Envelope<Iterable<None>> discovery(@BeanParam PageParameters request) {
    return Envelope.of(ListQuery.none(request.page()));
  }
}
