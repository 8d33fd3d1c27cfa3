package io.berth.http.docs;

import io.berth.accounts.access.Operation;
import io.berth.accounts.access.RequiresLevel;
import io.berth.http.errors.ProblemType;
import io.berth.http.lists.Envelope;
import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** {@code /api/problems}: the meanings of the error codes, as HTML and as JSON. */
@Path("problems")
@ApplicationScoped
public class ProblemsResource {
  private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8;qs=0.9";

  /** JSON has the higher quality factor: a client without a preference is a program. */
  private static final String JSON = MediaType.APPLICATION_JSON + ";qs=1";

  /** All codes, as HTML. */
  @GET
  @RequiresLevel(Operation.LIST_PROBLEMS)
  @Produces(HTML)
  public String page(@Context HttpServletResponse response) {
    ProblemPage.allow(response);
    return ProblemPage.of(ProblemType.all());
  }

  /** All codes, as JSON. */
  @GET
  @RequiresLevel(Operation.LIST_PROBLEMS)
  @Produces(JSON)
  public Envelope<List<ProblemType>> list() {
    return Envelope.of(ProblemType.all());
  }

  /** One code, as HTML; refuses an unknown code. */
  @GET
  @Path("{code}")
  @RequiresLevel(Operation.GET_PROBLEM)
  @Produces(HTML)
  public String page(@PathParam("code") String code, @Context HttpServletResponse response) {
    ProblemType problem = require(code);
    ProblemPage.allow(response);
    return ProblemPage.of(List.of(problem));
  }

  /** One code, as JSON; refuses an unknown code. */
  @GET
  @Path("{code}")
  @RequiresLevel(Operation.GET_PROBLEM)
  @Produces(JSON)
  public Envelope<ProblemType> get(@PathParam("code") String code) {
    return Envelope.of(require(code));
  }

  private static ProblemType require(String code) {
    return ProblemType.find(code)
        .orElseThrow(
            () ->
                new Refusal(
                    Reason.NOT_FOUND,
                    "This code does not exist. /api/problems lists all codes.",
                    "entity",
                    "Problem",
                    "id",
                    code));
  }
}
