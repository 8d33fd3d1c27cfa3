package io.berth.http.docs;

import io.berth.accounts.access.Operation;
import io.berth.accounts.access.RequiresLevel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code /api/openapi.json}. */
@Path("openapi.json")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class OpenApiResource {
  @Inject private OpenApiDocument document;

  /** The OpenAPI document as JSON. */
  @GET
  @RequiresLevel(Operation.GET_OPENAPI)
  public Response get() {
    return Response.ok(document.json(), MediaType.APPLICATION_JSON_TYPE).build();
  }
}
