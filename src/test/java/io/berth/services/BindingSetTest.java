package io.berth.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BindingSetTest {

  @Test
  void an_empty_list_has_no_conflict() {
    assertThat(BindingSet.of(List.<NewBinding>of()).conflict()).isEmpty();
  }
}
