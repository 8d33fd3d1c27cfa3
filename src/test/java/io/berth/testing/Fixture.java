package io.berth.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One of everything that a tenant can have, by name. Requests are written as templates, {@code GET
 * /hosts/{host}}, and filled with the ids of an estate.
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

  /** A new estate in a new network of the tenant. */
  public static Fixture of(TestTenant tenant) {
    return new Fixture(tenant);
  }

  /** A new estate of a tenant of its own. */
  public static Fixture create() {
    return of(TestTenant.create());
  }

  private String bindingOf(String service) {
    return tenant.owner().get("/services/" + service).data().at("/bindings/0/id").asText();
  }

  private String keyOn(TestNetwork scope) {
    return tenant.ownKey("estate", "Viewer", scope).path("api_key").path("id").asText();
  }

  /** The id of the thing of this name. */
  public String id(String name) {
    String id = ids.get(name);
    if (id == null) {
      throw new IllegalArgumentException(name);
    }
    return id;
  }

  /** The template with the ids of this estate, and an id that nothing has for {@code <new>}. */
  public String fill(String template) {
    return NAME.matcher(template).replaceAll(name -> id(name.group(1))).replace("<new>", unknown());
  }

  /** The template with the ids of this estate, but for one. */
  public String fill(String template, String name, String otherId) {
    return fill(template.replace("{" + name + "}", otherId));
  }

  /** What of the tenant can be read, as one text; it changes when anything of it does. */
  public String everything() {
    StringBuilder all = new StringBuilder();
    for (String list :
        new String[] {"/organizations", "/networks", "/subnets", "/hosts", "/tags"}) {
      all.append(tenant.owner().get(list).data());
    }
    return all.toString();
  }

  /** Whose it is. */
  public TestTenant tenant() {
    return tenant;
  }

  /** The Owner's client. */
  public ApiClient owner() {
    return tenant.owner();
  }

  /** Its network. */
  public TestNetwork network() {
    return network;
  }

  /** Its host, with one interface, two ports and a service on the first of them. */
  public TestHost host() {
    return host;
  }

  /** An id that nothing has. */
  public static String unknown() {
    return UUID.randomUUID().toString();
  }
}
