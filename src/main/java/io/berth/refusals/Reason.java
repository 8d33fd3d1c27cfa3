package io.berth.refusals;

/** The closed list of reasons for which Berth refuses; the code is what a client branches on. */
public enum Reason {
  MALFORMED_JSON("malformed_json"),
  INVALID_VALUE("invalid_value"),
  MISSING_FIELD("missing_field"),
  VALIDATION_FAILED("validation_failed"),
  NOTHING_NAMED("validation_bulk_empty"),
  /** An entity that the request names stands in another network than the request says. */
  NETWORK_MISMATCH("entity_network_mismatch"),
  UNKNOWN_REFERENCE("unknown_reference"),
  BINDING_WRONG_HOST("binding_wrong_host"),
  /** Binding rule 3, broken by a list of bindings within itself. */
  BINDINGS_CONFLICT("binding_conflict"),
  /** Binding rule 3, broken by one binding against those that its service already has. */
  BINDING_CONFLICTS_WITH_STORED("binding_conflict"),
  /** Binding rule 5, broken by a service as a whole. */
  PORTS_CLAIMED("port_claimed"),
  /** Binding rule 5, broken by one binding. */
  PORT_CLAIMED("port_claimed"),
  NOT_AUTHENTICATED("auth_not_authenticated"),
  PERMISSION_DENIED("auth_permission_denied"),
  EXPIRED("entity_expired"),
  DISABLED("entity_disabled"),
  ACCESS_DENIED("entity_access_denied"),
  NOT_FOUND("entity_not_found"),
  NAME_TAKEN("name_taken"),
  ID_TAKEN("id_taken"),
  DUPLICATE_PORT("duplicate_port"),
  DUPLICATE_INTERFACE("duplicate_interface"),
  /** A port or interface can't leave its host, nor a subnet change, while others rely on it. */
  IN_USE("entity_in_use"),
  /** An entity is not as the client expects it to be. */
  CHANGED("entity_changed"),
  /** The body did not come in time. */
  TOO_SLOW("request_timeout"),
  TOO_LARGE("payload_too_large"),
  RATE_LIMITED("rate_limited"),
  UNAVAILABLE("unavailable");

  private final String code;

  Reason(String code) {
    this.code = code;
  }

  /** The machine-readable code of the wire contract. */
  public String code() {
    return code;
  }
}
