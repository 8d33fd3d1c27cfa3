package io.berth.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClientIdsTest {
  private static final UUID NIL = UUID.fromString("00000000-0000-0000-0000-000000000000");
  private static final UUID MAX = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

  @Test
  void keeps_the_id_of_the_client() {
    assertThat(ClientIds.orNull(MAX)).isEqualTo(MAX).isEqualTo(ClientIds.orNew(MAX));
  }

  @Test
  void replaces_the_nil_uuid() {
    assertThat(ClientIds.orNull(NIL)).isNull();
    assertThat(ClientIds.orNew(NIL)).isNotNull().isNotEqualTo(NIL);
  }

  @Test
  void creates_a_new_id_each_time() {
    assertThat(ClientIds.orNew(NIL)).isNotEqualTo(ClientIds.orNew(NIL));
  }

  @Test
  void keeps_null() {
    assertThat(ClientIds.orNull(null)).isNull();
    assertThat(ClientIds.orNew(null)).isNull();
  }
}
