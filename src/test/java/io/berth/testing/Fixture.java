package io.berth.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One entity of each kind, by name. Requests are written as templates, such as {@code GET
 * /hosts/{host}}, and filled with the ids of a fixture.
 */
public final class Fixture {
  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

  private final Map<String, String> ids = new LinkedHashMap<>();
  private final TestTenant tenant;
  private final TestNetwork network;
  private final TestHost host;

  private Fixture(TestTenant tenant) {
    this.tenant = tenant;
    this.network = tenant.network();
    this.host = network.host();
    ids.put("organization", tenant.organization());
    ids.put("user", tenant.ownerId().toString());
    ids.put("network", network.id());
    ids.put("subnet", network.subnet());
    ids.put("host", host.id());
    ids.put("interface", host.iface());
    ids.put("port", host.port(80));
    ids.put("spare", host.port(443));
    ids.put("service", host.service("web", TestHost.onPort(id("port"), id("interface"))));
    ids.put("binding", bindingOf(id("service")));
    ids.put("another", network.host().id());
    ids.put("tag", tenant.tag("tag-" + network.id()));
    ids.put("key", keyOn(network));
  }

  /** Creates the entities in a new network of the tenant. */
  public static Fixture of(TestTenant tenant) {
    return new Fixture(tenant);
  }

  /** Creates the entities in a new tenant. */
  public static Fixture create() {
    return of(TestTenant.create());
  }

  private String bindingOf(String service) {
    return tenant.owner().get("/services/" + service).data().at("/bindings/0/id").asText();
  }

  private String keyOn(TestNetwork scope) {
    return tenant.ownKey("fixture", "Viewer", scope).path("api_key").path("id").asText();
  }

  /** The id of the entity with this name. */
  public String id(String name) {
    String id = ids.get(name);
    if (id == null) {
      throw new IllegalArgumentException(name);
    }
    return id;
  }

  /** The template with the ids of this fixture; {@code <new>} becomes an unused id. */
  public String fill(String template) {
    return NAME.matcher(template).replaceAll(name -> id(name.group(1))).replace("<new>", unknown());
  }

  /** The template with the ids of this fixture, and another id in place of one of them. */
  public String fill(String template, String name, String otherId) {
    return fill(template.replace("{" + name + "}", otherId));
  }

  /** All that the tenant can read, as one text, to detect any change. */
  public String everything() {
    StringBuilder all = new StringBuilder();
    for (String list :
        new String[] {"/organizations", "/networks", "/subnets", "/hosts", "/tags"}) {
      all.append(tenant.owner().get(list).data());
    }
    return all.toString();
  }

  public TestTenant tenant() {
    return tenant;
  }

  public ApiClient owner() {
    return tenant.owner();
  }

  public TestNetwork network() {
    return network;
  }

  /** The host with one interface, two ports and a service on the first of them. */
  public TestHost host() {
    return host;
  }

  /** An id that no entity has. */
  public static String unknown() {
    return UUID.randomUUID().toString();
  }
}
