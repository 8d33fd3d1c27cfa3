package io.berth.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.accounts.access.Level;
import io.berth.hosts.Protocol;
import io.berth.inventory.subnets.SubnetType;
import io.berth.inventory.tags.Color;
import io.berth.persistence.Source;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the names of enum constants in JSON, read and written. */
class EnumNamesTest {

  @ParameterizedTest
  @MethodSource("enumTypes")
  void writes_the_names_of_the_contract(Class<?> type, List<String> names) throws Exception {
    String written = JsonProvider.MAPPER.writeValueAsString(type.getEnumConstants());
    assertThat(written).isEqualTo(array(names));
  }

  @ParameterizedTest
  @MethodSource("enumTypes")
  void reads_the_names_of_the_contract(Class<?> type, List<String> names) {
    Object[] read =
        JsonRequestBody.of(array(names))
            .as((Class<? extends Object[]>) type.arrayType().asSubclass(Object[].class));
    assertThat(read).isEqualTo(type.getEnumConstants());
  }

  @Test
  void writes_a_source_as_an_object() throws Exception {
    assertThat(JsonProvider.MAPPER.writeValueAsString(Source.MANUAL))
        .isEqualTo("{\"type\":\"Manual\"}");
  }

  static Stream<Arguments> enumTypes() {
    return Stream.of(
        names(
            SubnetType.class,
            "Internet, Remote, Gateway, VpnTunnel, Dmz, Lan, WiFi, IoT, Guest, DockerBridge,"
                + " MacVlan, IpVlan, Management, Storage, Unknown, None"),
        names(
            Color.class,
            "Pink, Rose, Red, Orange, Green, Emerald, Teal, Cyan, Blue, Indigo, Purple, Gray,"
                + " Yellow"),
        names(Level.class, "Viewer, Member, Admin, Owner"),
        names(Protocol.class, "Tcp, Udp"),
        names(io.berth.services.ServiceVirtualization.Type.class, "Docker"),
        names(io.berth.inventory.HostVirtualization.Type.class, "Proxmox"));
  }

  private static Arguments names(Class<?> type, String names) {
    return Arguments.of(type, Arrays.asList(names.split(", ")));
  }

  private static String array(List<String> names) {
    return names.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
  }
}
