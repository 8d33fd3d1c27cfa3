import client.ApiClient;
import client.ApiException;
import client.api.ServicesApi;
import client.model.Binding;
import client.model.NewService;
import client.model.Service;
import client.model.ServiceBinding;
import client.model.ServiceInterfaceBinding;
import client.model.ServicePortBinding;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What a user writes with the client that was generated; it is compiled together with it. */
public class Registration implements UnaryOperator<Map<String, String>> {

  /** Makes a service on what it is told, reads it, and tells what it has read. */
  @Override
  public Map<String, String> apply(Map<String, String> given) {
    ApiClient client = new ApiClient();
    client.updateBaseUri(given.get("server"));
    client.setRequestInterceptor(
        request -> request.header("Authorization", "Bearer " + given.get("key")));
    ServicesApi services = new ServicesApi(client);
    try {
      UUID id = services.createService(wanted(given)).getData().getId();
      return told(services.getServiceById(id).getData());
    } catch (ApiException refused) {
      throw new IllegalStateException(refused.getResponseBody(), refused);
    }
  }

  private static NewService wanted(Map<String, String> given) {
    ServicePortBinding onPort =
        new ServicePortBinding()
            .type(ServicePortBinding.TypeEnum.PORT)
            .portId(UUID.fromString(given.get("port")))
            .interfaceId(UUID.fromString(given.get("interface")));
    ServiceInterfaceBinding onInterface =
        new ServiceInterfaceBinding()
            .type(ServiceInterfaceBinding.TypeEnum.INTERFACE)
            .interfaceId(UUID.fromString(given.get("other")));
    return new NewService()
        .hostId(UUID.fromString(given.get("host")))
        .networkId(UUID.fromString(given.get("network")))
        .serviceDefinition("Nginx")
        .name("generated")
        .bindings(List.of(new ServiceBinding(onPort), new ServiceBinding(onInterface)));
  }

  private static Map<String, String> told(Service service) {
    List<Binding> bindings = service.getBindings();
    return Map.of(
        "id", service.getId().toString(),
        "name", service.getName(),
        "source", service.getSource().getActualInstance().getClass().getSimpleName(),
        "port", bindings.get(0).getPortBinding().getPortId().toString(),
        "interface", bindings.get(0).getPortBinding().getInterfaceId().toString(),
        "other", bindings.get(1).getInterfaceBinding().getInterfaceId().toString(),
        "virtualization", String.valueOf(service.getVirtualization()));
  }
}
