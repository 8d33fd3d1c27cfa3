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

/** The words of the contract, both ways. */
class EnumNamesTest {

  @ParameterizedTest
  @MethodSource("vocabularies")
  void writes_the_words_of_the_contract(Class<?> kind, List<String> words) throws Exception {
    String written = JsonProvider.MAPPER.writeValueAsString(kind.getEnumConstants());
    assertThat(written).isEqualTo(array(words));
  }

  @ParameterizedTest
  @MethodSource("vocabularies")
  void reads_the_words_of_the_contract(Class<?> kind, List<String> words) {
    Object[] read =
        JsonRequestBody.of(array(words))
            .as((Class<? extends Object[]>) kind.arrayType().asSubclass(Object[].class));
    assertThat(read).isEqualTo(kind.getEnumConstants());
  }

  @Test
  void writes_a_source_as_an_object() throws Exception {
    assertThat(JsonProvider.MAPPER.writeValueAsString(Source.MANUAL))
        .isEqualTo("{\"type\":\"Manual\"}");
  }

  static Stream<Arguments> vocabularies() {
    return Stream.of(
        words(
            SubnetType.class,
            "Internet, Remote, Gateway, VpnTunnel, Dmz, Lan, WiFi, IoT, Guest, DockerBridge,"
                + " MacVlan, IpVlan, Management, Storage, Unknown, None"),
        words(
            Color.class,
            "Pink, Rose, Red, Orange, Green, Emerald, Teal, Cyan, Blue, Indigo, Purple, Gray,"
                + " Yellow"),
        words(Level.class, "Viewer, Member, Admin, Owner"),
        words(Protocol.class, "Tcp, Udp"),
        words(io.berth.services.ServiceVirtualization.Type.class, "Docker"),
        words(io.berth.inventory.HostVirtualization.Type.class, "Proxmox"));
  }

  private static Arguments words(Class<?> kind, String words) {
    return Arguments.of(kind, Arrays.asList(words.split(", ")));
  }

  private static String array(List<String> words) {
    return words.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
  }
}
