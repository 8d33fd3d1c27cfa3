package io.berth.http.docs;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.berth.Api;
import io.berth.accounts.access.Operation;
import io.berth.accounts.access.RequiresLevel;
import io.berth.testing.ApiOperation;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A resource method, read from its annotations. */
record ResourceMethod(String path, String httpMethod, Method method) {
  private static final String ROOT = Api.class.getAnnotation(ApplicationPath.class).value();

  private static final JavaClasses BERTH =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.berth");

  /** All resource methods of Berth. */
  static Stream<ResourceMethod> all() {
    return BERTH.stream()
        .filter(type -> type.isAnnotatedWith(Path.class))
        .map(type -> type.reflect())
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .flatMap(method -> findHttpMethod(method).map(name -> of(method, name)).stream());
  }

  /** The method of an operation of the document; fails if there is none. */
  static ResourceMethod of(ApiOperation operation) {
    return all()
        .filter(endpoint -> endpoint.toString().equals(operation.toString()))
        .findFirst()
        .orElseThrow();
  }

  Operation operation() {
    return method.getAnnotation(RequiresLevel.class).value();
  }

  private static Optional<String> findHttpMethod(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .filter(type -> type.isAnnotationPresent(HttpMethod.class))
        .map(type -> type.getAnnotation(HttpMethod.class).value())
        .findFirst();
  }

  private static ResourceMethod of(Method method, String httpMethod) {
    String path = "/" + ROOT + path(method.getDeclaringClass()) + path(method);
    return new ResourceMethod(path, httpMethod, method);
  }

  private static String path(AnnotatedElement element) {
    Path path = element.getAnnotation(Path.class);
    return path == null ? "" : "/" + path.value();
  }

  /** The query parameters of its bean parameters. */
  Set<String> queryParameters() {
    Set<String> names = new TreeSet<>();
    for (Parameter parameter : method.getParameters()) {
      if (parameter.isAnnotationPresent(BeanParam.class)) {
        addTo(names, parameter.getType());
      }
    }
    return names;
  }

  private static void addTo(Set<String> names, Class<?> bean) {
    for (Field field : bean.getDeclaredFields()) {
      if (field.isAnnotationPresent(QueryParam.class)) {
        names.add(field.getAnnotation(QueryParam.class).value());
      }
    }
    if (bean.getSuperclass() != null) {
      addTo(names, bean.getSuperclass());
    }
  }

  @Override
  public String toString() {
    return httpMethod + " " + path;
  }
}
