package io.berth.testing;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A network of a tenant, with a subnet 10.0.0.0/16 and its next free addresses. */
public final class TestNetwork {
  private final ApiClient client;
  private final String id;
  private final String subnet;
  private final AtomicInteger addresses;

  TestNetwork(ApiClient client, String id) {
    this.client = client;
    this.id = id;
    this.addresses = new AtomicInteger();
    this.subnet = client.post("/subnets", subnetBody("10.0.0.0/16")).id();
  }

  private TestNetwork(TestNetwork same, ApiClient client) {
    this.client = client;
    this.id = same.id;
    this.addresses = same.addresses;
    this.subnet = same.subnet;
  }

  /** The same network, through another node. */
  public TestNetwork through(ApiClient otherNode) {
    return new TestNetwork(this, otherNode);
  }

  public String id() {
    return id;
  }

  public String subnet() {
    return subnet;
  }

  /** The client that created the network. */
  public ApiClient client() {
    return client;
  }

  public TestHost host(String name) {
    return new TestHost(this, client.post("/hosts", Map.of("name", name, "network_id", id)).id());
  }

  /** Creates a subnet; returns its id. */
  public String subnet(String cidr) {
    return client.post("/subnets", subnetBody(cidr)).id();
  }

  public Map<String, Object> subnetBody(String cidr) {
    return JsonBody.of("cidr", cidr, "network_id", id, "name", "lan", "subnet_type", "Lan");
  }

  public Map<String, Object> hostBody(String name) {
    return JsonBody.of("name", name, "network_id", id, "hidden", false);
  }

  public TestHost host() {
    return host("host");
  }

  /** The next unused address of the subnet. */
  public String address() {
    int number = addresses.incrementAndGet();
    return "10.0." + number / 250 + "." + (number % 250 + 1);
  }
}
