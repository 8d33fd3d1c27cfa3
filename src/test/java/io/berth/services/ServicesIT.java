package io.berth.services;

import static io.berth.testing.TestHost.onPort;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.TestHost;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import org.junit.jupiter.api.Test;

class ServicesIT {
  private final TestNetwork network = TestTenant.create().network();
  private final TestHost host = network.host();

  @Test
  void makes_a_service_that_reads_as_it_was_answered() {
    String port = host.port(80);
    var made = host.tryService("web", onPort(port));
    assertThat(network.client().get("/services/" + made.id()).data()).isEqualTo(made.data());
  }
}
