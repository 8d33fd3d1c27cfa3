package io.berth.http.errors;

import io.berth.refusals.Refusal;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Maps a refusal to its status and error envelope. */
@Provider
class RefusalMapper implements ExceptionMapper<Refusal> {

  @Override
  public Response toResponse(Refusal refusal) {
    return ErrorEnvelope.response(refusal);
  }
}
