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
 * On an empty database, creates the first organization, its Owner, a network and an API key, and
 * logs how to use them. If several nodes start at once, exactly one of them does so.
 */
@Singleton
@Startup
@DependsOn(Migrations.NAME)
public class Bootstrap {
  private static final Logger LOG = Logger.getLogger(Bootstrap.class.getName());

  @Inject
  @ConfigProperty(name = "berth.bootstrap.api.key")
  private Optional<String> configuredKey;

  @Inject
  @ConfigProperty(name = "payara.instance.http.port", defaultValue = "8080")
  private int port;

  @Inject private Installation installation;
  @Inject private Organizations organizations;
  @Inject private Users users;
  @Inject private Networks networks;
  @Inject private ApiKeys keys;

  @PostConstruct
  void initialize() {
    ApiKeySecret secret =
        configuredKey
            .filter(key -> !key.isEmpty())
            .map(Bootstrap::parse)
            .orElseGet(ApiKeySecret::random);
    try {
      if (installation.isFirstStart()) {
        Network network = createTenant(secret);
        LOG.warning(() -> firstStartText(secret, network));
      } else {
        LOG.info(() -> "Address: %1$s  Documentation: %1$s/api/docs".formatted(address()));
      }
    } catch (EJBException | PersistenceException | Refusal failure) {
      StartupFailure.refused("The database can't be written to: " + failure.getMessage());
      throw failure;
    }
  }

  private static ApiKeySecret parse(String key) {
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

  private String address() {
    return "http://localhost:" + port;
  }

  /** The command is one line: a log collector may put a prefix before each line. */
  private String firstStartText(ApiKeySecret secret, Network network) {
    return """

        ==================================================================================
         BERTH: FIRST START. Keep the API key: it is shown only once.

         Berth is a network service registry. It stores which service listens on which
         port and interface of which host.

         Address:        %3$s
         Documentation:  %3$s/api/docs
         API key:        %1$s
         Network id:     %2$s

         This command creates a host:

        curl %3$s/api/v1/hosts -H 'Authorization: Bearer %1$s' \
        -H 'Content-Type: application/json' \
        -d '{"name": "my-host", "network_id": "%2$s"}'
        ==================================================================================
        """
        .formatted(secret.reveal(), network.id(), address());
  }
}
