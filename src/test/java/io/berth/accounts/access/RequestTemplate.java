package io.berth.accounts.access;

import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A request template for an operation; placeholders are the names of entities of a fixture. */
record RequestTemplate(Operation operation, String method, String path, String body) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

  private static final Map<String, String> BODIES =
      Map.of(
          "network", object("'name':'n','organization_id':'{organization}','tags':['{tag}']"),
          "subnet",
              object(
                  "'name':'s','network_id':'{network}','cidr':'10.0.0.0/15','subnet_type':'Lan',"
                      + "'tags':['{tag}']"),
          "host-change",
              object(
                  "'name':'h','hidden':false,'tags':['{tag}'],'services':[{'id':'<new>',"
                      + "'service_definition':'d','name':'s','tags':['{tag}'],'bindings':["
                      + "{'type':'Port','port_id':'{spare}','interface_id':'{interface}'}]}]"),
          "host",
              object(
                  "'name':'h','network_id':'{network}','hidden':false,'tags':['{tag}'],"
                      + "'interfaces':[{'id':'<new>','subnet_id':'{subnet}',"
                      + "'ip_address':'10.0.200.7'}],"
                      + "'ports':[{'id':'<new>','number':80,'protocol':'Tcp'}],"
                      + "'services':[{'id':'<new>','service_definition':'d','name':'s',"
                      + "'tags':['{tag}'],'bindings':[{'id':'<new>','type':'Port',"
                      + "'port_id':'<new>','interface_id':'<new>'}]}]"),
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

  /** Operation, method, path, and the name of the body in {@link #BODIES} or the body itself. */
  private static final String TABLE =
      """
      list_networks GET /networks
      create_network POST /networks network
      get_network_by_id GET /networks/{network}
      update_network PUT /networks/{network} network
      delete_network DELETE /networks/{network}
      bulk_delete_networks POST /networks/bulk-delete ['{network}']
      list_subnets GET /subnets
      list_subnets GET /subnets?network_id={network}
      create_subnet POST /subnets subnet
      get_subnet_by_id GET /subnets/{subnet}
      update_subnet PUT /subnets/{subnet} subnet
      delete_subnet DELETE /subnets/{subnet}
      bulk_delete_subnets POST /subnets/bulk-delete ['{subnet}']
      get_all_hosts GET /hosts
      get_all_hosts GET /hosts?network_id={network}
      get_all_hosts GET /hosts?ids={host}
      get_all_hosts GET /hosts?tag_ids={tag}
      create_host POST /hosts host
      get_host_by_id GET /hosts/{host}
      update_host PUT /hosts/{host} host-change
      consolidate_hosts PUT /hosts/{host}/consolidate/{another}
      delete_host DELETE /hosts/{host}
      bulk_delete_hosts POST /hosts/bulk-delete ['{host}']
      list_interfaces GET /interfaces
      list_interfaces GET /interfaces?host_id={host}
      list_interfaces GET /interfaces?subnet_id={subnet}
      list_interfaces GET /interfaces?network_id={network}
      create_interface POST /interfaces interface
      get_interface_by_id GET /interfaces/{interface}
      update_interface PUT /interfaces/{interface} interface
      delete_interface DELETE /interfaces/{interface}
      bulk_delete_interfaces POST /interfaces/bulk-delete ['{interface}']
      list_ports GET /ports
      list_ports GET /ports?host_id={host}
      list_ports GET /ports?network_id={network}
      list_ports GET /ports?ids={port}
      create_port POST /ports port
      get_port_by_id GET /ports/{port}
      update_port PUT /ports/{port} port
      delete_port DELETE /ports/{port}
      bulk_delete_ports POST /ports/bulk-delete ['{port}']
      get_all_services GET /services
      get_all_services GET /services?host_id={host}
      get_all_services GET /services?network_id={network}
      get_all_services GET /services?ids={service}
      get_all_services GET /services?tag_ids={tag}
      create_service POST /services service
      get_service_by_id GET /services/{service}
      update_service PUT /services/{service} service
      delete_service DELETE /services/{service}
      bulk_delete_services POST /services/bulk-delete ['{service}']
      list_bindings GET /bindings
      list_bindings GET /bindings?service_id={service}
      list_bindings GET /bindings?network_id={network}
      list_bindings GET /bindings?port_id={port}
      list_bindings GET /bindings?interface_id={interface}
      create_binding POST /bindings binding
      get_binding_by_id GET /bindings/{binding}
      update_binding PUT /bindings/{binding} binding
      delete_binding DELETE /bindings/{binding}
      bulk_delete_bindings POST /bindings/bulk-delete ['{binding}']
      get_all_tags GET /tags
      create_tag POST /tags tag
      get_tag_by_id GET /tags/{tag}
      update_tag PUT /tags/{tag} tag
      delete_tag DELETE /tags/{tag}
      bulk_delete_tags POST /tags/bulk-delete ['{tag}']
      set_entity_tags PUT /tags/assign {'entity_type':'Host','entity_id':'{host}','tag_ids':['{tag}']}
      set_entity_tags PUT /tags/assign {'entity_type':'Service','entity_id':'{service}','tag_ids':['{tag}']}
      set_entity_tags PUT /tags/assign {'entity_type':'Subnet','entity_id':'{subnet}','tag_ids':['{tag}']}
      set_entity_tags PUT /tags/assign {'entity_type':'Network','entity_id':'{network}','tag_ids':['{tag}']}
      bulk_add_tag POST /tags/assign/bulk-add {'entity_type':'Host','entity_ids':['{host}'],'tag_id':'{tag}'}
      bulk_add_tag POST /tags/assign/bulk-add {'entity_type':'Service','entity_ids':['{service}'],'tag_id':'{tag}'}
      bulk_add_tag POST /tags/assign/bulk-add {'entity_type':'Subnet','entity_ids':['{subnet}'],'tag_id':'{tag}'}
      bulk_add_tag POST /tags/assign/bulk-add {'entity_type':'Network','entity_ids':['{network}'],'tag_id':'{tag}'}
      bulk_remove_tag POST /tags/assign/bulk-remove {'entity_type':'Host','entity_ids':['{host}'],'tag_id':'{tag}'}
      bulk_remove_tag POST /tags/assign/bulk-remove {'entity_type':'Service','entity_ids':['{service}'],'tag_id':'{tag}'}
      bulk_remove_tag POST /tags/assign/bulk-remove {'entity_type':'Subnet','entity_ids':['{subnet}'],'tag_id':'{tag}'}
      bulk_remove_tag POST /tags/assign/bulk-remove {'entity_type':'Network','entity_ids':['{network}'],'tag_id':'{tag}'}
      get_all_user_api_keys GET /auth/keys
      create_user_api_key POST /auth/keys key
      get_user_api_key_by_id GET /auth/keys/{key}
      update_user_api_key PUT /auth/keys/{key} key
      delete_user_api_key DELETE /auth/keys/{key}
      rotate_user_api_key POST /auth/keys/{key}/rotate
      bulk_delete_user_api_keys POST /auth/keys/bulk-delete ['{key}']
      get_organization GET /organizations
      update_org_name PUT /organizations/{organization} 'Acme'
      get_all_users GET /users
      get_user_by_id GET /users/{user}
      list_daemons GET /daemons
      list_groups GET /groups
      list_discovery GET /discovery
      export_services_csv GET /services/export/csv
      export_services_csv GET /services/export/csv?host_id={host}
      export_services_csv GET /services/export/csv?network_id={network}
      export_services_csv GET /services/export/csv?ids={service}
      export_services_csv GET /services/export/csv?tag_ids={tag}
      export_bindings_csv GET /bindings/export/csv
      export_bindings_csv GET /bindings/export/csv?service_id={service}
      export_bindings_csv GET /bindings/export/csv?network_id={network}
      export_bindings_csv GET /bindings/export/csv?port_id={port}
      export_bindings_csv GET /bindings/export/csv?interface_id={interface}
      export_hosts_csv GET /hosts/export/csv
      export_hosts_csv GET /hosts/export/csv?network_id={network}
      export_hosts_csv GET /hosts/export/csv?ids={host}
      export_hosts_csv GET /hosts/export/csv?tag_ids={tag}
      export_interfaces_csv GET /interfaces/export/csv
      export_interfaces_csv GET /interfaces/export/csv?host_id={host}
      export_interfaces_csv GET /interfaces/export/csv?subnet_id={subnet}
      export_interfaces_csv GET /interfaces/export/csv?network_id={network}
      export_ports_csv GET /ports/export/csv
      export_ports_csv GET /ports/export/csv?host_id={host}
      export_ports_csv GET /ports/export/csv?network_id={network}
      export_ports_csv GET /ports/export/csv?ids={port}
      export_subnets_csv GET /subnets/export/csv
      export_subnets_csv GET /subnets/export/csv?network_id={network}
      export_networks_csv GET /networks/export/csv
      export_tags_csv GET /tags/export/csv
      """;

  private static String object(String members) {
    return "{" + members + "}";
  }

  /** At least one template for every operation with a level. */
  static Stream<RequestTemplate> all() {
    return TABLE.lines().map(line -> of(line.split(" +")));
  }

  private static RequestTemplate of(String... row) {
    String body = row.length < 4 ? "" : BODIES.getOrDefault(row[3], row[3]);
    return new RequestTemplate(
        Operation.valueOf(row[0].toUpperCase(Locale.ROOT)),
        row[1],
        row[2],
        body.replace('\'', '"'));
  }

  /** The placeholders in path and body. */
  List<String> placeholders() {
    return PLACEHOLDER
        .matcher(path + body)
        .results()
        .map(name -> name.group(1))
        .distinct()
        .toList();
  }

  Level level() {
    return operation.level().orElseThrow();
  }

  boolean isReadOnly() {
    return method.equals("GET");
  }

  /** Whether an unknown id is refused; lists and bulk operations ignore it. */
  boolean refusesUnknownIds() {
    return !path.contains("?") && !path.contains("/bulk-");
  }

  /** Sends the request with a filled path and body; headers are alternating names and values. */
  ApiResponse send(ApiClient client, String filledPath, String filledBody, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    if (!filledBody.isEmpty()) {
      all.addAll(List.of("Content-Type", "application/json"));
    }
    return client.send(
        method,
        filledPath,
        filledBody.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(filledBody),
        all);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
