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
  void get_returns_what_create_returned() {
    String port = host.port(80);
    var created = host.tryService("web", onPort(port));
    assertThat(network.client().get("/services/" + created.id()).data()).isEqualTo(created.data());
  }
}
