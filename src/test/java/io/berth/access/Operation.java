package io.berth.access;

import io.berth.testing.Answer;
import io.berth.testing.Client;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An operation of the API: the least level that it needs, and a request as a template. */
record Operation(String level, String method, String path, String body) {
  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

  private static final Map<String, String> BODIES =
      Map.of(
          "network", object("'name':'n','organization_id':'{organization}','tags':['{tag}']"),
          "subnet",
              object(
                  "'name':'s','network_id':'{network}','cidr':'10.0.0.0/15','subnet_type':'Lan',"
                      + "'tags':['{tag}']"),
          "host-change", object("'name':'h','hidden':false,'tags':['{tag}']"),
          "host", object("'name':'h','network_id':'{network}','hidden':false,'tags':['{tag}']"),
          "interface",
              object(
                  "'host_id':'{host}','network_id':'{network}','subnet_id':'{subnet}',"
                      + "'ip_address':'10.0.200.1'"),
          "port",
              object("'host_id':'{host}','network_id':'{network}','number':9999,'protocol':'Udp'"),
          "service",
              object(
                  "'host_id':'{host}','network_id':'{network}','service_definition':'d',"
                      + "'name':'s','tags':['{tag}'],'bindings':[{'type':'Port',"
                      + "'port_id':'{spare}','interface_id':'{interface}'}]"),
          "binding",
              object(
                  "'service_id':'{service}','network_id':'{network}','type':'Port',"
                      + "'port_id':'{spare}','interface_id':'{interface}'"),
          "tag", object("'name':'t','color':'Red','organization_id':'{organization}'"),
          "key", object("'name':'k','network_ids':['{network}'],'tags':['{tag}']"));

  /** Level, method, path; where a body is sent, the kind of thing that it describes. */
  private static final String TABLE =
      """
      Viewer GET    /networks
      Admin  POST   /networks network
      Viewer GET    /networks/{network}
      Admin  PUT    /networks/{network} network
      Admin  DELETE /networks/{network}
      Admin  POST   /networks/bulk-delete ['{network}']
      Viewer GET    /subnets
      Viewer GET    /subnets?network_id={network}
      Member POST   /subnets subnet
      Viewer GET    /subnets/{subnet}
      Member PUT    /subnets/{subnet} subnet
      Member DELETE /subnets/{subnet}
      Member POST   /subnets/bulk-delete ['{subnet}']
      Viewer GET    /hosts
      Viewer GET    /hosts?network_id={network}
      Viewer GET    /hosts?ids={host}
      Viewer GET    /hosts?tag_ids={tag}
      Member POST   /hosts host
      Viewer GET    /hosts/{host}
      Member PUT    /hosts/{host} host-change
      Member DELETE /hosts/{host}
      Member POST   /hosts/bulk-delete ['{host}']
      Viewer GET    /interfaces
      Viewer GET    /interfaces?host_id={host}
      Viewer GET    /interfaces?subnet_id={subnet}
      Viewer GET    /interfaces?network_id={network}
      Member POST   /interfaces interface
      Viewer GET    /interfaces/{interface}
      Member PUT    /interfaces/{interface} interface
      Member DELETE /interfaces/{interface}
      Member POST   /interfaces/bulk-delete ['{interface}']
      Viewer GET    /ports
      Viewer GET    /ports?host_id={host}
      Viewer GET    /ports?network_id={network}
      Viewer GET    /ports?ids={port}
      Member POST   /ports port
      Viewer GET    /ports/{port}
      Member PUT    /ports/{port} port
      Member DELETE /ports/{port}
      Member POST   /ports/bulk-delete ['{port}']
      Viewer GET    /services
      Viewer GET    /services?host_id={host}
      Viewer GET    /services?network_id={network}
      Viewer GET    /services?ids={service}
      Viewer GET    /services?tag_ids={tag}
      Member POST   /services service
      Viewer GET    /services/{service}
      Member PUT    /services/{service} service
      Member DELETE /services/{service}
      Member POST   /services/bulk-delete ['{service}']
      Viewer GET    /bindings
      Viewer GET    /bindings?service_id={service}
      Viewer GET    /bindings?network_id={network}
      Viewer GET    /bindings?port_id={port}
      Viewer GET    /bindings?interface_id={interface}
      Member POST   /bindings binding
      Viewer GET    /bindings/{binding}
      Member PUT    /bindings/{binding} binding
      Member DELETE /bindings/{binding}
      Member POST   /bindings/bulk-delete ['{binding}']
      Viewer GET    /tags
      Admin  POST   /tags tag
      Viewer GET    /tags/{tag}
      Member PUT    /tags/{tag} tag
      Member DELETE /tags/{tag}
      Member POST   /tags/bulk-delete ['{tag}']
      Viewer GET    /auth/keys
      Viewer POST   /auth/keys key
      Viewer GET    /auth/keys/{key}
      Viewer PUT    /auth/keys/{key} key
      Viewer DELETE /auth/keys/{key}
      Viewer POST   /auth/keys/{key}/rotate
      Viewer POST   /auth/keys/bulk-delete ['{key}']
      Viewer GET    /organizations
      """;

  private static String object(String members) {
    return "{" + members + "}";
  }

  /** All that exist. */
  static Stream<Operation> all() {
    return TABLE.lines().map(line -> of(line.split(" +")));
  }

  private static Operation of(String... row) {
    String body = row.length < 4 ? "" : BODIES.getOrDefault(row[3], row[3]);
    return new Operation(row[0], row[1], row[2], body.replace('\'', '"'));
  }

  /** The names of the things that the request names. */
  List<String> named() {
    return NAME.matcher(path + body).results().map(name -> name.group(1)).distinct().toList();
  }

  /** Whether it only reads. */
  boolean reads() {
    return method.equals("GET");
  }

  /** Whether an id that is not there makes it refuse: lists and bulk deletions pass it over. */
  boolean refusesUnknownIds() {
    return !path.contains("?") && !path.endsWith("/bulk-delete");
  }

  /** Sends it, with a filled path and body. */
  Answer send(Client client, String filledPath, String filledBody) {
    return client.send(
        method,
        filledPath,
        filledBody.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(filledBody),
        filledBody.isEmpty() ? List.of() : List.of("Content-Type", "application/json"));
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
