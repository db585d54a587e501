using System.CommandLine;
using NhanDao.Parsing.Output;

namespace NhanDao.Service.Commands;

/// <summary><c>--review-threshold</c>, which several commands take.</summary>
internal static class ReviewThreshold
{
    public static Option<double> Option()
    {
        var option = new Option<double>("--review-threshold")
        {
            Description = "A value with a lower confidence is listed under \"review\".",
            HelpName = "0..1",
            DefaultValueFactory = _ => ReviewList.DefaultThreshold,
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 0 and <= 1))
                result.AddError("--review-threshold takes a number from 0 to 1.");
        });
        return option;
    }
}
