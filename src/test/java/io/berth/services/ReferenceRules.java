package io.berth.services;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The binding rules as one would check them by hand: every binding by itself, and every pair of
 * them. Slow, plain, and without a line of Berth, so that it can judge what Berth does.
 */
public final class ReferenceRules {
  private ReferenceRules() {}

  /**
   * One binding as it is stored: of a service on a host of a network; without a port it is an
   * Interface binding, without an interface it is a port on all of them. The hosts of port and
   * interface are those to which they really belong.
   */
  public record Row(
      String service,
      String host,
      String port,
      String portHost,
      String iface,
      String ifaceHost,
      String network) {}

  /** Whatever is wrong with the rows of any number of hosts; empty if the rules hold. */
  public static List<String> violations(List<Row> rows) {
    List<String> found = new ArrayList<>();
    for (Row row : rows) {
      checkOne(row, found);
    }
    for (int i = 0; i < rows.size(); i++) {
      for (int j = i + 1; j < rows.size(); j++) {
        checkTwo(rows.get(i), rows.get(j), found);
      }
    }
    return found;
  }

  private static void checkOne(Row row, List<String> found) {
    if (row.port == null && row.iface == null) {
      found.add("binds nothing: " + row);
    }
    if (row.port != null && !row.host.equals(row.portHost)) {
      found.add("rule 4, the port is another host's: " + row);
    }
    if (row.iface != null && !row.host.equals(row.ifaceHost)) {
      found.add("rule 4, the interface is another host's: " + row);
    }
  }

  private static void checkTwo(Row one, Row other, List<String> found) {
    boolean oneHost = one.host.equals(other.host);
    if (oneHost && !one.network.equals(other.network)) {
      found.add("one host in two networks: " + one + " and " + other);
    }
    if (one.service.equals(other.service)) {
      if (!oneHost) {
        found.add("rule 4, one service on two hosts: " + one + " and " + other);
      }
      checkOneService(one, other, found);
    } else if (oneHost && samePort(one, other) && overlap(one, other)) {
      found.add("rule 5, two services claim the port: " + one + " and " + other);
    }
  }

  private static void checkOneService(Row one, Row other, List<String> found) {
    boolean sameInterface = Objects.equals(one.iface, other.iface);
    if (samePort(one, other) && !sameInterface && (one.iface == null || other.iface == null)) {
      found.add("rule 1, on all interfaces and on one: " + one + " and " + other);
    }
    if (Objects.equals(one.port, other.port) && sameInterface) {
      found.add("rule 2, twice the same: " + one + " and " + other);
    }
    boolean twoTypes = (one.port == null) != (other.port == null);
    if (twoTypes && overlap(one, other)) {
      found.add("rule 3, an interface against a port on it: " + one + " and " + other);
    }
  }

  private static boolean samePort(Row one, Row other) {
    return one.port != null && one.port.equals(other.port);
  }

  private static boolean overlap(Row one, Row other) {
    return one.iface == null || other.iface == null || one.iface.equals(other.iface);
  }
}
