package io.berth.http.errors;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.refusals.Reason;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Checks the whole table of reasons, codes and statuses in the API contract. */
class ErrorEnvelopeTest {

  @Test
  void maps_each_reason_to_the_code_and_status_of_the_contract() {
    Map<String, String> contract = new TreeMap<>();
    """
    MALFORMED_JSON                malformed_json          400
    INVALID_VALUE                 invalid_value           400
    MISSING_FIELD                 missing_field           400
    VALIDATION_FAILED             validation_failed       400
    NOTHING_NAMED                 validation_bulk_empty   400
    NETWORK_MISMATCH              entity_network_mismatch 400
    UNKNOWN_REFERENCE             unknown_reference       400
    BINDING_WRONG_HOST            binding_wrong_host      400
    BINDINGS_CONFLICT             binding_conflict        400
    PORTS_CLAIMED                 port_claimed            400
    NOT_AUTHENTICATED             auth_not_authenticated  401
    PERMISSION_DENIED             auth_permission_denied  403
    EXPIRED                       entity_expired          403
    DISABLED                      entity_disabled         403
    ACCESS_DENIED                 entity_access_denied    403
    NOT_FOUND                     entity_not_found        404
    BINDING_CONFLICTS_WITH_STORED binding_conflict        409
    PORT_CLAIMED                  port_claimed            409
    NAME_TAKEN                    name_taken              409
    ID_TAKEN                      id_taken                409
    DUPLICATE_PORT                duplicate_port          409
    DUPLICATE_INTERFACE           duplicate_interface     409
    IN_USE                        entity_in_use           409
    CHANGED                       entity_changed          409
    TOO_SLOW                      request_timeout         408
    TOO_LARGE                     payload_too_large       413
    RATE_LIMITED                  rate_limited            429
    UNAVAILABLE                   unavailable             503
    """
        .lines()
        .map(line -> line.split(" +"))
        .forEach(row -> contract.put(row[0], row[1] + " " + row[2]));
    assertThat(mappings()).isEqualTo(contract);
  }

  private static Map<String, String> mappings() {
    return Arrays.stream(Reason.values())
        .collect(
            Collectors.toMap(
                Reason::name, reason -> reason.code() + " " + ErrorEnvelope.statusOf(reason)));
  }
}
