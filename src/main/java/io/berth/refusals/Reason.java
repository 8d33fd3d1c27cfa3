package io.berth.refusals;

/** The closed list of reasons of a refusal; clients branch on the code. */
public enum Reason {
  MALFORMED_JSON("malformed_json"),
  INVALID_VALUE("invalid_value"),
  MISSING_FIELD("missing_field"),
  VALIDATION_FAILED("validation_failed"),
  NOTHING_NAMED("validation_bulk_empty"),
  /** A referenced entity belongs to another network than the request. */
  NETWORK_MISMATCH("entity_network_mismatch"),
  UNKNOWN_REFERENCE("unknown_reference"),
  BINDING_WRONG_HOST("binding_wrong_host"),
  /** Binding rule 3: bindings of the request conflict with each other. */
  BINDINGS_CONFLICT("binding_conflict"),
  /** Binding rule 3: a binding conflicts with the stored bindings of its service. */
  BINDING_CONFLICTS_WITH_STORED("binding_conflict"),
  /** Binding rule 5, for a whole service. */
  PORTS_CLAIMED("port_claimed"),
  /** Binding rule 5, for one binding. */
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
  /**
   * A port or interface can't be removed from its host, nor a subnet changed, while bindings or
   * interfaces refer to it.
   */
  IN_USE("entity_in_use"),
  /** An entity is not in the state that the client expects. */
  CHANGED("entity_changed"),
  /** The body did not arrive in time. */
  TOO_SLOW("request_timeout"),
  TOO_LARGE("payload_too_large"),
  RATE_LIMITED("rate_limited"),
  UNAVAILABLE("unavailable");

  private final String code;

  Reason(String code) {
    this.code = code;
  }

  /** The code in the API. */
  public String code() {
    return code;
  }
}
