using Microsoft.Extensions.DependencyInjection;

namespace NhanDao.Parsing.Tests;

public class ServiceCollectionTests
{
    [Fact]
    public void Adds_one_parser_for_all()
    {
        var services = new ServiceCollection().AddNhanDaoParsing().AddNhanDaoParsing();

        Assert.Equal(ServiceLifetime.Singleton, Assert.Single(services, s => s.ServiceType == typeof(LetterParser)).Lifetime);
    }

    [Fact]
    public void Leaves_what_was_registered_before()
    {
        var own = new LetterParser();

        var services = new ServiceCollection().AddSingleton(own).AddNhanDaoParsing();

        Assert.Same(own, Assert.Single(services, s => s.ServiceType == typeof(LetterParser)).ImplementationInstance);
    }
}
