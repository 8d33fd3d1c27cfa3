package io.berth.operations.bootstrap;

import io.berth.accounts.apikeys.ApiKeySecret;
import io.berth.accounts.apikeys.ApiKeys;
import io.berth.accounts.organizations.Organization;
import io.berth.accounts.organizations.Organizations;
import io.berth.accounts.users.User;
import io.berth.accounts.users.Users;
import io.berth.inventory.networks.Network;
import io.berth.inventory.networks.Networks;
import io.berth.persistence.schema.Installation;
import io.berth.persistence.schema.Migrations;
import io.berth.refusals.Refusal;
import io.berth.settings.StartupFailure;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * On an empty database, makes the first organization, its Owner, a network and a key, and shows how
 * to begin. Of several nodes that start at once, one does and the others find it done.
 */
@Singleton
@Startup
@DependsOn(Migrations.NAME)
public class Bootstrap {
  private static final Logger LOG = Logger.getLogger(Bootstrap.class.getName());

  @Inject
  @ConfigProperty(name = "berth.bootstrap.api.key")
  private Optional<String> givenKey;

  @Inject
  @ConfigProperty(name = "payara.instance.http.port", defaultValue = "8080")
  private int port;

  @Inject private Installation installation;
  @Inject private Organizations organizations;
  @Inject private Users users;
  @Inject private Networks networks;
  @Inject private ApiKeys keys;

  @PostConstruct
  void begin() {
    ApiKeySecret secret =
        givenKey.filter(key -> !key.isEmpty()).map(Bootstrap::read).orElseGet(ApiKeySecret::random);
    try {
      if (installation.isFirstStart()) {
        Network network = createTenant(secret);
        LOG.warning(() -> firstStartText(secret, network));
      }
    } catch (EJBException | PersistenceException | Refusal failure) {
      StartupFailure.refused("Berth cannot write to the database: " + failure.getMessage());
      throw failure;
    }
  }

  private static ApiKeySecret read(String key) {
    return ApiKeySecret.find(key)
        .orElseThrow(
            () ->
                StartupFailure.refused(
                    "BERTH_BOOTSTRAP_API_KEY must be scp_u_ followed by 32 letters or digits."));
  }

  private Network createTenant(ApiKeySecret secret) {
    Organization organization = organizations.create("My organization");
    User owner = users.addOwner(organization, "owner@localhost");
    keys.addFirst(owner, secret);
    return networks.create(organization.id(), "My network");
  }

  private String firstStartText(ApiKeySecret secret, Network network) {
    return """


        ==================================================================================
         FIRST START OF BERTH. Save the API key: Berth does not show it again.

         API key:  %1$s
         Network:  %2$s

         To create a host and a service on it:

        KEY=%1$s
        API=http://localhost:%3$d/api/v1
        HOST=$(curl -s $API/hosts -H "Authorization: Bearer $KEY" \\
          -H 'Content-Type: application/json' \\
          -d '{"name": "my-host", "network_id": "%2$s"}' \\
          | sed 's/.*"data":{"id":"\\([^"]*\\)".*/\\1/')
        curl $API/services -H "Authorization: Bearer $KEY" \\
          -H 'Content-Type: application/json' \\
          -d '{"name": "my-service", "service_definition": "Web Service",
               "host_id": "'$HOST'", "network_id": "%2$s"}'
        ==================================================================================
        """
        .formatted(secret.reveal(), network.id(), port);
  }
}
